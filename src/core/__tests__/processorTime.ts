/**
 * How long this process has kept processors busy, ms. What has to be done soon
 * is measured by it: the clock goes on while other tests have the processor.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
