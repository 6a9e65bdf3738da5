/** Part of the Shape Detection API that is used; the QR package brings the same where the browser has none. */
interface QrDetector {
  detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
interface QrDetectorClass {
  new (options: { formats: 'qr_code'[] }): QrDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const LOOK_MS = 150;

async function createDetector(): Promise<QrDetector> {
  const { BarcodeDetector: Native } = globalThis as { BarcodeDetector?: QrDetectorClass };
  const formats = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  if (Native && formats.includes('qr_code')) return new Native({ formats: ['qr_code'] });
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}

/**
 * Looks through the camera until it is stopped.
 * @returns ends the looking and switches the camera off
 * @throws DOMException where there is no camera or it may not be used
 */
export async function scanQrCodes(video: HTMLVideoElement, onText: (text: string) => void): Promise<() => void> {
  const constraints = { video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false };
  // Without https there is no camera at all.
  if (!navigator.mediaDevices) throw new DOMException('no camera', 'NotFoundError');
  const [stream, detector] = await Promise.all([navigator.mediaDevices.getUserMedia(constraints), createDetector()]);
  let isStopped = false;
  video.srcObject = stream;
  await video.play();

  async function look(): Promise<void> {
    if (isStopped) return;
    const found = await detector.detect(video).catch(() => []); // a picture that is not there yet
    for (const { rawValue } of found) if (!isStopped) onText(rawValue);
    setTimeout(() => void look(), LOOK_MS);
  }
  void look();

  return () => {
    isStopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
