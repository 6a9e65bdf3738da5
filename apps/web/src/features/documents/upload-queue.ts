import { PageUpload } from './page-upload';
import type { LegibilityHint } from './legibility';
import { previewOf, turned } from './picture';

export type PageState = 'waiting' | 'sending' | 'paused' | 'checking' | 'done' | 'interrupted' | 'failed';

export interface Page {
  readonly key: number;
  readonly file: File;
  readonly state: PageState;
  readonly sent: number;
  readonly previewUrl: string | null;
  readonly hint: LegibilityHint | null;
  readonly uploadId: string | null;
  /** Why it was not accepted, or does not go on. */
  readonly reason: string | null;
}

/** How many files travel at once; the rest waits. */
const AT_ONCE = 2;

/** The pages of one document on their way: their order is the member's, their uploads go on in the background. */
export class UploadQueue {
  private pages: readonly Page[] = [];
  private readonly uploads = new Map<number, PageUpload>();
  private readonly observers = new Set<() => void>();
  /** How far pictures are being turned, in quarters. */
  private readonly turns = new Map<number, number>();
  /** What came from elsewhere: taken in once, also when it was removed again. */
  private readonly arrived = new Set<string>();
  private nextKey = 1;

  /** @param refusal says why a file is not even sent; null when nothing is wrong with it */
  constructor(private readonly refusal: (file: File) => string | null) {}

  readonly subscribe = (observer: () => void): (() => void) => {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  };

  readonly read = (): readonly Page[] => this.pages;

  add(files: Iterable<File>): void {
    for (const file of files) {
      const reason = this.refusal(file);
      const page: Page = {
        key: this.nextKey++,
        file,
        state: reason ? 'failed' : 'waiting',
        sent: 0,
        previewUrl: null,
        hint: null,
        uploadId: null,
        reason,
      };
      this.set([...this.pages, page]);
      if (!reason) void this.prepare(page);
    }
    this.pump();
  }

  /** Takes in what already lies with us, e.g. a photo from the smartphone; once, even if it is removed again. */
  addArrived(uploadId: string, name: string): void {
    if (this.arrived.has(uploadId) || this.pages.some((page) => page.uploadId === uploadId)) return;
    this.arrived.add(uploadId);
    const arrived = { state: 'done', sent: 0, previewUrl: null, hint: null, uploadId, reason: null } as const;
    this.set([...this.pages, { key: this.nextKey++, file: new File([], name), ...arrived }]);
  }

  move(key: number, by: 1 | -1): void {
    const from = this.pages.findIndex((page) => page.key === key);
    const to = from + by;
    if (from < 0 || to < 0 || to >= this.pages.length) return;
    const order = [...this.pages];
    [order[from], order[to]] = [order[to] as Page, order[from] as Page];
    this.set(order);
  }

  remove(key: number): void {
    const page = this.pages.find((known) => known.key === key);
    if (page?.previewUrl) URL.revokeObjectURL(page.previewUrl);
    this.drop(key);
    this.set(this.pages.filter((known) => known.key !== key));
    this.pump();
  }

  pause(key: number): void {
    this.uploads.get(key)?.pause();
    this.change(key, { state: 'paused' });
    this.pump();
  }

  resume(key: number): void {
    this.change(key, { state: 'waiting', reason: null });
    this.pump();
  }

  /** Goes on with all that the connection interrupted. */
  resumeInterrupted(): void {
    for (const { key, state } of this.pages) if (state === 'interrupted') this.resume(key);
  }

  /** Turns a picture to the right: it is sent anew. Pressed again meanwhile, it turns once more. */
  async rotate(key: number): Promise<void> {
    const page = this.pages.find((known) => known.key === key);
    if (!page) return;
    const isTurning = this.turns.has(key);
    this.turns.set(key, (this.turns.get(key) ?? 0) + 1);
    if (isTurning) return;
    this.drop(key);
    this.change(key, { state: 'paused', sent: 0, uploadId: null });
    let { file } = page;
    for (let turns = 0; turns !== this.turns.get(key);) {
      turns = this.turns.get(key) ?? 0;
      file = await turned(page.file, turns).catch(() => page.file);
    }
    this.turns.delete(key);
    this.drop(key); // it may have been told to go on meanwhile
    this.change(key, { file, state: 'waiting', sent: 0 });
    await this.prepare({ ...page, file });
    this.pump();
  }

  /** Stops everything that is on its way; what has arrived stays. */
  close(): void {
    for (const upload of this.uploads.values()) upload.pause();
    for (const { previewUrl } of this.pages) if (previewUrl) URL.revokeObjectURL(previewUrl);
  }

  /** The picture of before stays until the new one is there, and with it the button that was pressed. */
  private async prepare({ key, file }: Page): Promise<void> {
    const preview = await previewOf(file);
    if (!preview) return;
    const page = this.pages.find((known) => known.key === key);
    const isOutdated = page?.file !== file;
    const unused = isOutdated ? preview.url : page.previewUrl;
    if (!isOutdated) this.change(key, { previewUrl: preview.url, hint: preview.hint });
    if (unused) URL.revokeObjectURL(unused);
  }

  private drop(key: number): void {
    void this.uploads.get(key)?.drop();
    this.uploads.delete(key);
  }

  private pump(): void {
    const running = this.pages.filter(({ state }) => state === 'sending' || state === 'checking').length;
    const waiting = this.pages.filter(({ state }) => state === 'waiting');
    for (const page of waiting.slice(0, Math.max(0, AT_ONCE - running))) this.start(page);
  }

  private start({ key, file }: Page): void {
    this.change(key, { state: 'sending' });
    const upload = this.uploads.get(key) ?? this.create(key, file);
    upload.start();
  }

  private create(key: number, file: File): PageUpload {
    const upload: PageUpload = new PageUpload(file, {
      onProgress: (sent) => this.report(key, upload, { sent }),
      onChecking: () => this.report(key, upload, { state: 'checking' }),
      onDone: (uploadId) => this.report(key, upload, { state: 'done', uploadId }, true),
      onFault: ({ detail, isFinal }) => {
        this.report(key, upload, { state: isFinal ? 'failed' : 'interrupted', reason: detail }, true);
      },
    });
    this.uploads.set(key, upload);
    return upload;
  }

  /** What an upload says counts only while it is the one of its page. */
  private report(key: number, upload: PageUpload, change: Partial<Page>, isEnd = false): void {
    if (this.uploads.get(key) !== upload) return;
    this.change(key, change);
    if (isEnd) this.pump();
  }

  private change(key: number, change: Partial<Page>): void {
    this.set(this.pages.map((page) => (page.key === key ? { ...page, ...change } : page)));
  }

  private set(pages: readonly Page[]): void {
    this.pages = pages;
    for (const observer of this.observers) observer();
  }
}
