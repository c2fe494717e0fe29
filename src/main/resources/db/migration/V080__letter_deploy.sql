-- The deploy that a change followed soon; what several changes have in common is named in their mail.
ALTER TABLE letter ADD COLUMN deploy text;
