import { addOpenForm, hasUnsavedForm, saveOpenForms } from './open-forms';

function form(isUnsaved: boolean, save: () => Promise<unknown> = () => Promise.resolve()) {
  const saving = jest.fn(save);
  return { isUnsaved: () => isUnsaved, save: saving };
}

describe('open forms', () => {
  it('A4 saves those with something unsaved, and no others', async () => {
    const [clean, dirty] = [form(false), form(true)];
    const close = [addOpenForm(clean), addOpenForm(dirty)];
    expect(hasUnsavedForm()).toBe(true);
    await saveOpenForms();
    expect([clean.save.mock.calls.length, dirty.save.mock.calls.length]).toEqual([0, 1]);
    close.forEach((leave) => leave());
    expect(hasUnsavedForm()).toBe(false);
    await saveOpenForms();
    expect(dirty.save).toHaveBeenCalledTimes(1);
  });

  it('a log-out waits for no server that does not answer, and fails with none', async () => {
    jest.useFakeTimers();
    const close = [
      addOpenForm(form(true, () => new Promise(() => undefined))),
      addOpenForm(form(true, () => Promise.reject(new Error('no')))),
    ];
    const done = jest.fn();
    void saveOpenForms().then(done);
    await jest.advanceTimersByTimeAsync(3_900);
    expect(done).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(200);
    expect(done).toHaveBeenCalled();
    close.forEach((leave) => leave());
    jest.useRealTimers();
  });
});
