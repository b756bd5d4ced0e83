"""Language processing: messages and the client here, everything heavy in the worker process."""
