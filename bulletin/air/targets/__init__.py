"""Our targets, each found by its entry point as a stranger's is."""
