let token: string | null = null;

/**
 * The link of the mail leads to `/email-rueckgaengig#token=…`. The token is taken into memory and wiped from the address
 * bar and the history at once. Opening the page undoes nothing: scanners of mails open every link.
 */
export function captureUndoToken(): string | null {
  const match = /^#token=([\w-]+)/.exec(location.hash);
  if (match?.[1]) {
    token = match[1];
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return token;
}
