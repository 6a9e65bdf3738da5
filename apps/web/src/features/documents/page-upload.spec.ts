import { observeAnswers } from '@of/api-client';
import { PageUpload, type UploadFault } from './page-upload';

interface Options {
  onError: (error: Error) => void;
  onAfterResponse: (request: unknown, response: unknown) => void;
}
const mockOptions = jest.fn<void, [Options]>();
jest.mock('tus-js-client', () => ({
  Upload: class {
    url = null;
    constructor(_file: File, options: Options) {
      mockOptions(options);
    }
  },
}));

const answer = (status: number, code: string) => ({
  getStatus: () => status,
  getHeader: () => undefined,
  getBody: () => JSON.stringify({ code, detail: `Satz zu ${code}` }),
});

/** What the page hears of an upload that was answered like this. */
function faultAfter(status: number, code: string): UploadFault {
  const onFault = jest.fn();
  new PageUpload(new File(['x'], 'x.jpg'), {
    onProgress: jest.fn(),
    onChecking: jest.fn(),
    onDone: jest.fn(),
    onFault,
  });
  const originalResponse = answer(status, code);
  mockOptions.mock.lastCall?.[0].onError(Object.assign(new Error('tus'), { originalResponse }));
  return (onFault.mock.lastCall as [UploadFault])[0];
}

describe('PageUpload', () => {
  it.each([
    [401, 'not-authenticated', false],
    [409, 'upload-busy', false],
    [429, 'too-many-requests', false],
    [413, 'upload-too-large', true],
    [422, 'upload-rejected', true],
  ])('after %i %s: final is %s', (status, code, isFinal) => {
    expect(faultAfter(status, code)).toEqual({ detail: `Satz zu ${code}`, isFinal });
  });

  it('tells the watch of the session why it was refused', () => {
    const heard = jest.fn();
    observeAnswers(heard);
    faultAfter(401, 'not-authenticated');
    mockOptions.mock.lastCall?.[0].onAfterResponse({}, answer(401, 'not-authenticated'));
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ status: 401, code: 'not-authenticated' }));
  });
});
