"""What the readers of the exports share: the register's own tables, the count of facts, and the
examples of the documentation. Only the standard library is used here, so that no reader is helped
by the program that wrote the exports."""
