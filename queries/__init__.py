"""What is asked of the graph, and how it is shown."""
