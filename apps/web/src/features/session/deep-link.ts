const KEY = 'of.target';
let target: string | null = null;

/** Only a path of this portal: nobody is sent elsewhere by a crafted link. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path);
}

/** Keeps the page that was asked for until the sign-in is complete. An address holds nothing personal. */
export function rememberTarget(path: string): void {
  if (!isOwnPath(path)) return;
  target = path;
  try {
    sessionStorage.setItem(KEY, path);
  } catch {
    // without storage the memory of this page has to do
  }
}

/** Gives the remembered page, once. */
export function takeTarget(): string | null {
  let taken = target;
  try {
    taken ??= sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
  } catch {
    // see above
  }
  target = null;
  return taken !== null && isOwnPath(taken) ? taken : null;
}

/** An address with what follows its `?`, as the router takes it. */
export function pageOf(address: string): { to: string; search: Record<string, string> } {
  const [to = '/', query = ''] = address.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(query)) };
}
