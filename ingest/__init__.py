"""What turns sources into claims."""
