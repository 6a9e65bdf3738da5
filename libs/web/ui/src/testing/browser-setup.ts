import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// jsdom draws nothing: what scrolls the page has nothing to do here.
window.scrollTo = () => undefined;

// jsdom has no fetch of its own; Node's is the same standard. A spec that calls the API gives its own answers.
Object.assign(globalThis, { fetch: () => Promise.reject(new Error('no network in specs')) });

// Against hanging, not for speed: a second is too short on a machine that is busy elsewhere.
configure({ asyncUtilTimeout: 30_000 });
