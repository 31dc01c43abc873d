"""What is written: pages, the list of them, the lock of stories."""
