-- Password hashes in the form that Jakarta Security reads: algorithm:iterations:salt:hash. The values stay the same.

UPDATE account
SET password_hash = 'PBKDF2WithHmacSHA256:' || replace(password_hash, '$', ':')
WHERE password_hash LIKE '%$%$%';
