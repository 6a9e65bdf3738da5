import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a test may spoil in an otherwise right answer of an authenticator. */
export interface Spoiled {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  /** User verification and presence; both true unless a test says otherwise. */
  uv?: boolean;
  up?: boolean;
  counter?: number;
  /** COSE algorithm written into the new key. */
  algorithm?: number;
  /** Changes the authenticator data before they are signed. */
  authData?: (data: Buffer) => Buffer;
  /** Changes the signature. */
  signature?: (signature: Buffer) => Buffer;
  /** Changes the attestation object. */
  attestation?: (attestation: Buffer) => Buffer;
}

interface CreationOptions {
  challenge: string;
  rp: { id?: string };
}

interface RequestOptions {
  challenge: string;
  rpId?: string;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** CBOR (RFC 8949) of the few kinds of value an authenticator sends. */
function cbor(value: number | string | Buffer | Map<unknown, unknown>): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, item]) => [cbor(key as number), cbor(item as number)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

/**
 * A device with one key, as WebAuthn level 3 describes it: it makes a P-256 key, signs challenges with it, and counts.
 * Everything it sends can be spoiled, which a browser's own authenticator does not allow.
 */
export class VirtualAuthenticator {
  readonly credentialId = randomBytes(16);
  counter = 0;
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject };

  constructor(
    /** Origin of the companion. */
    private readonly origin: string,
    /** Whether the key may be copied by its maker; such keys do not count. */
    private readonly isSyncable = false,
    private readonly kind: 'ES256' | 'EdDSA' = 'ES256',
  ) {
    this.keys = kind === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  }

  /** RegistrationResponseJSON for the options of the server. */
  create(options: CreationOptions, spoiled: Spoiled = {}): Record<string, unknown> {
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, this.credentialId.length]),
      this.credentialId,
      cbor(this.coseKey(spoiled.algorithm)),
    ]);
    const data = this.authData(spoiled.rpId ?? options.rp.id ?? '', spoiled, attested);
    const attestation = cbor(
      new Map<unknown, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ]),
    );
    const client = this.clientData(spoiled.type ?? 'webauthn.create', spoiled.challenge ?? options.challenge, spoiled);
    return this.credential({
      clientDataJSON: client.toString('base64url'),
      attestationObject: (spoiled.attestation?.(attestation) ?? attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** AuthenticationResponseJSON for the options of the server. */
  get(options: RequestOptions, spoiled: Spoiled = {}): Record<string, unknown> {
    if (!this.isSyncable) this.counter += 1;
    const data = this.authData(spoiled.rpId ?? options.rpId ?? '', spoiled);
    const client = this.clientData(spoiled.type ?? 'webauthn.get', spoiled.challenge ?? options.challenge, spoiled);
    const hash = this.kind === 'ES256' ? 'sha256' : null;
    const signature = sign(hash, Buffer.concat([data, sha256(client)]), this.keys.privateKey);
    return this.credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: (spoiled.signature?.(signature) ?? signature).toString('base64url'),
    });
  }

  /** The public key as COSE (RFC 9053) writes it. */
  private coseKey(algorithm?: number): Map<unknown, unknown> {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    const coordinate = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url');
    if (this.kind === 'EdDSA') {
      return new Map<unknown, unknown>([
        [1, 1],
        [3, algorithm ?? -8],
        [-1, 6],
        [-2, coordinate(x)],
      ]);
    }
    return new Map<unknown, unknown>([
      [1, 2],
      [3, algorithm ?? -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]);
  }

  private authData(rpId: string, spoiled: Spoiled, attested: Buffer = Buffer.alloc(0)): Buffer {
    const flags =
      ((spoiled.up ?? true) ? 0x01 : 0) |
      ((spoiled.uv ?? true) ? 0x04 : 0) |
      (this.isSyncable ? 0x18 : 0) |
      (attested.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(spoiled.counter ?? this.counter);
    const data = Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, attested]);
    return spoiled.authData?.(data) ?? data;
  }

  private clientData(type: string, challenge: string, spoiled: Spoiled): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: spoiled.origin ?? this.origin, crossOrigin: false }));
  }

  private credential(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.credentialId.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}
