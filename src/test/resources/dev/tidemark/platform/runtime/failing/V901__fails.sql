CREATE TABLE created_before_the_failure (id integer);
ALTER TABLE no_such_table ADD COLUMN nothing integer;
