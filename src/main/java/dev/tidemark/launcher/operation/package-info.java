/** The commands for operators: backup, restore, and access to the product's database while it runs and while it is stopped. */
package dev.tidemark.launcher.operation;
