export { Clamd } from './clamd';
export { hostileFiles, infectedPdf, type HostileFile } from './hostile-files';
export { ObjectStore, type StoreFault } from './object-store';
export { heicPhoto, jpeg, noisyJpeg, photoWithPlace, png } from './pictures';
export { onePage } from './raw-pdf';
