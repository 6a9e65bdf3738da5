import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';

const base64Key = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Every setting the processes read, one property per environment variable (see `.env.example`).
 * Nothing else in the code base touches the environment.
 */
export class AppConfig {
  @IsIn(['production', 'development', 'test'])
  NODE_ENV: 'production' | 'development' | 'test' = 'development';

  @IsString()
  HOST = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** Origin under which members open the portal; decides the cookie prefix and the accepted `Origin`. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL = 'http://localhost:3000';

  /** Port of the companion, which has an origin of its own (S16, D24). */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  COMPANION_PORT = 3001;

  /** Origin of the companion; its host is what keys of members' devices are bound to. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  COMPANION_URL = 'http://localhost:3001';

  /** How many proxies in front may be believed for the client's address. 0: none. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(5)
  TRUSTED_PROXY_HOPS = 0;

  @IsNotEmpty()
  DATA_DIR = '.data';

  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL!: string;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(100)
  DATABASE_POOL_SIZE = 20;

  @IsOptional()
  @Matches(/^rediss?:\/\//)
  REDIS_URL?: string;

  @MinLength(32)
  SESSION_SECRET!: string;

  @MinLength(32)
  PASSWORD_PEPPER!: string;

  @MinLength(32)
  CODE_PEPPER!: string;

  /** Key that seals columns (IBAN, letters, messages): 32 bytes, base64. */
  @Matches(base64Key, { message: 'MASTER_KEY must be 32 bytes in base64' })
  MASTER_KEY!: string;

  /** Earlier values of MASTER_KEY, separated by commas: what they sealed still opens (runbook, change of the key). */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, {
    message: 'FORMER_MASTER_KEYS must be keys of 32 bytes in base64, separated by commas',
  })
  FORMER_MASTER_KEYS?: string;

  /** S3-compatible store for documents; without it they lie in DATA_DIR/documents. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  S3_ENDPOINT?: string;

  @IsNotEmpty()
  S3_REGION = 'eu-central-1';

  @IsNotEmpty()
  S3_BUCKET = 'documents';

  @IsOptional()
  @IsNotEmpty()
  S3_ACCESS_KEY_ID?: string;

  @IsOptional()
  @IsNotEmpty()
  S3_SECRET_ACCESS_KEY?: string;

  /** Scanner for malware, e.g. `tcp://clamav:3310`. Without it nothing is scanned; production refuses that. */
  @IsOptional()
  @Matches(/^tcp:\/\/[^/:]+:\d{1,5}$/, { message: 'CLAMD_URL must look like tcp://host:3310' })
  CLAMD_URL?: string;

  /** Private key of the pushes (P-256, RFC 8292): 32 bytes, base64. Members' devices are subscribed to its public half. */
  @Matches(/^[A-Za-z0-9+/_-]{43}=?$/, { message: 'VAPID_PRIVATE_KEY must be 32 bytes in base64' })
  VAPID_PRIVATE_KEY!: string;

  /** Private key that signs receipts (Ed25519, RFC 8032): 32 bytes, base64. Earlier public keys stay published. */
  @Matches(base64Key, { message: 'RECEIPT_SIGNING_KEY must be 32 bytes in base64' })
  RECEIPT_SIGNING_KEY!: string;

  /** Hours within which the receiving system must acknowledge a submission; then member and operators are told. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(720)
  SUBMISSION_ACK_HOURS = 24;

  /** Where a push service can reach whoever runs this: `mailto:` or `https:`. */
  @Matches(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/)
  VAPID_SUBJECT = 'mailto:onlinefiliale@musterkasse.example';

  /** For tests: pushes may go to this machine, and over plain http. */
  @IsIn(['true', 'false'])
  PUSH_ALLOW_LOOPBACK: 'true' | 'false' = 'false';

  @Type(() => Number)
  @IsInt()
  @Min(4)
  @Max(14)
  PASSWORD_HASH_COST = 12;

  /** Work factor of posted codes; see ADR 0006 for why it is lower than that of passwords. */
  @Type(() => Number)
  @IsInt()
  @Min(4)
  @Max(12)
  CODE_HASH_COST = 6;

  @IsOptional()
  @Matches(/^smtps?:\/\//)
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM = 'Musterkasse Onlinefiliale <onlinefiliale@musterkasse.example>';

  @IsOptional()
  @Matches(/^https?:\/\//)
  SMS_GATEWAY_URL?: string;

  /** Folder with the built portal; empty: the API serves no portal. */
  @IsString()
  WEB_ROOT = 'dist/apps/web';

  /** Folder with the built companion; empty or missing: only its calls are served. */
  @IsString()
  COMPANION_ROOT = 'dist/apps/companion';

  /** Folder with the legal texts, `<kind>/<version>.<lang>.md`. */
  @IsString()
  LEGAL_DIR = 'legal';

  /** Folder with the questions and answers, `<group>/<id>.<lang>.md`. */
  @IsString()
  FAQ_DIR = 'faq';

  @IsOptional()
  @IsString()
  BRANDING_FILE?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info';

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  get publicOrigin(): string {
    return new URL(this.PUBLIC_URL).origin;
  }

  get companionOrigin(): string {
    return new URL(this.COMPANION_URL).origin;
  }

  /** The S3-compatible store, when one is configured. */
  get s3() {
    const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = this;
    if (!endpoint || !accessKeyId || !secretAccessKey) return null;
    return { endpoint, region: this.S3_REGION, bucket: this.S3_BUCKET, accessKeyId, secretAccessKey };
  }

  get mayPushToLoopback(): boolean {
    return this.PUSH_ALLOW_LOOPBACK === 'true';
  }

  get isHttps(): boolean {
    return this.PUBLIC_URL.startsWith('https:');
  }
}
