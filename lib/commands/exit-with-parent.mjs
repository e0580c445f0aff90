// Loaded into the application's process by its launcher: when the launcher is gone, however it went, so is this.
if (process.connected) process.on('disconnect', () => process.exit(1))
