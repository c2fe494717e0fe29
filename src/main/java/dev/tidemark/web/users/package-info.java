/**
 * Where users and tokens are looked after: a page, resources, and everybody's own password.
 * Not: how they are kept (account), nor who is let in (access).
 */
package dev.tidemark.web.users;
