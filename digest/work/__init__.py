"""Do one thing to many: here, in other processes or on other machines, and not again where it was done before."""
