import { useEffect, useRef, useState } from 'react';
import { PhotoUpload } from './send-photo';

export interface Photo {
  readonly key: number;
  /** What the browser may be able to draw. */
  readonly pictureUrl: string | null;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  readonly percent: number;
  /** Until when it waits in the portal, once it is there. */
  readonly until: string | null;
  readonly error: unknown;
}

export interface Photos {
  photos: readonly Photo[];
  add: (files: Iterable<File>) => void;
  /** Sends once more, from where it stopped. */
  again: (key: number) => void;
}

/** The photos of this visit, one after the other: a phone's connection is rarely wide. */
export function usePhotos(): Photos {
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const uploads = useRef(new Map<number, PhotoUpload>());
  const urls = useRef<string[]>([]);
  const line = useRef(Promise.resolve());
  const nextKey = useRef(1);

  useEffect(() => {
    const { current } = urls;
    return () => current.forEach((url) => URL.revokeObjectURL(url));
  }, []);

  const change = (key: number, part: Partial<Photo>) =>
    setPhotos((all) => all.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));

  async function send(key: number): Promise<void> {
    change(key, { state: 'sending' });
    try {
      change(key, { state: 'done', until: (await uploads.current.get(key)?.send()) ?? null });
    } catch (error) {
      change(key, { state: 'failed', error });
    }
  }

  function queue(key: number): void {
    line.current = line.current.then(() => send(key));
  }

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const key = nextKey.current++;
      const pictureUrl = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
      if (pictureUrl) urls.current.push(pictureUrl);
      const photo = {
        key,
        pictureUrl,
        state: 'waiting',
        percent: 0,
        until: null,
        error: null,
      } as const;
      setPhotos((all) => [...all, photo]);
      uploads.current.set(key, new PhotoUpload(file, (percent) => change(key, { percent })));
      queue(key);
    }
  }

  function again(key: number): void {
    change(key, { state: 'waiting', error: null });
    queue(key);
  }

  return { photos, add, again };
}
