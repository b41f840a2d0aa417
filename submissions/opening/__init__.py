"""Opening what strangers send: each file in a process of its own, with little time and memory."""
