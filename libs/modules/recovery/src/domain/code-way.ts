/** Six figures were sent, everything else stood in a letter: the form of the code tells which. */
export function isSentCode(input: string): boolean {
  return /^\d{6}$/.test(input.replace(/[\s-]/g, ''));
}
