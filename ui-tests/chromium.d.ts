export const args: readonly string[];
