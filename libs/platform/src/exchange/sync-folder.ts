import { open } from 'node:fs/promises';

/** Makes the new names in a folder survive a power cut; some file systems cannot do that for folders. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync().catch(() => undefined);
  } finally {
    await folder.close();
  }
}
