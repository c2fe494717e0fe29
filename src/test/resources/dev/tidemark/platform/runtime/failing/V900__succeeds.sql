ALTER TABLE probe RENAME COLUMN version TO revision;
