let code: string | null = null;

/**
 * The QR code of the letter leads to `/freischalten#code=…`. The code is taken into memory and wiped from the address bar
 * and the history at once, before anything else runs.
 */
export function capturePostedCode(): void {
  const match = /^#code=([^&]+)/.exec(location.hash);
  if (!match?.[1]) return;
  code = decodeSafely(match[1]);
  history.replaceState(history.state, '', location.pathname + location.search);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The code of the link, kept across the sign-in. */
export function linkedCode(): string | null {
  return code;
}

export function forgetLinkedCode(): void {
  code = null;
}
