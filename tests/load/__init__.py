"""The load engines that tests and benchmarks share: chaos, many creations, many registrations, many changes."""
