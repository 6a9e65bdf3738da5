const MEBIBYTE = 2 ** 20;

/** The one set of limits (decision 12): shown before choosing, announced by the API, enforced everywhere. */
export const uploadLimits = {
  mediaTypes: ['image/jpeg', 'image/png', 'image/heic', 'application/pdf'],
  /** Bytes of one file. */
  fileBytes: 25 * MEBIBYTE,
  /** Bytes of one case: all files of one document together. */
  caseBytes: 100 * MEBIBYTE,
  imagePixels: 40_000_000,
  /** Pages of one case; an image is one page. */
  pages: 50,
  filesPerDay: 100,
  /** Bytes that one account may have with us. */
  accountBytes: 1_024 * MEBIBYTE,
  /** What a PDF may unpack to. */
  inflatedBytes: 100 * MEBIBYTE,
  unfinishedHours: 24,
  /** How long a finished upload waits to be sent. */
  unusedDays: 7,
} as const;

/** Figures for sentences: `25`, `1,024`. */
export const inMegabytes = (bytes: number): number => Math.ceil((bytes / MEBIBYTE) * 10) / 10;
