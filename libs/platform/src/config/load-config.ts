import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { isVapidKey } from '../crypto/vapid-keys';
import { AppConfig } from './app-config';

/** Thrown when the environment does not make a bootable configuration; the message names every fault. */
export class ConfigurationError extends Error {}

const secretNames = [
  'SESSION_SECRET',
  'PASSWORD_PEPPER',
  'CODE_PEPPER',
  'MASTER_KEY',
  'VAPID_PRIVATE_KEY',
  'RECEIPT_SIGNING_KEY',
] as const;

/** Samples of `.env.example` carry one of these marks, so that copying the file never makes a production. */
const sampleMarks = [/sample/i, /change-?me/i, /example/i];
const sampleKeys = new Set([
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=',
  'AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=',
]);

function faultsOfSecrets(config: AppConfig): string[] {
  const faults: string[] = [];
  for (const name of secretNames) {
    const value = config[name];
    const isSample = sampleKeys.has(value) || sampleMarks.some((mark) => mark.test(value));
    if (isSample) faults.push(`${name} still holds the sample value`);
  }
  const distinct = new Set(secretNames.map((name) => config[name]));
  if (distinct.size < secretNames.length) faults.push('every secret needs a value of its own');
  return faults;
}

/**
 * Reads and validates the configuration. A production start refuses sample secrets, plain http and a missing mail server.
 * @throws ConfigurationError naming every faulty variable (never its value)
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): AppConfig {
  const known = Object.keys(env).filter((name) => env[name] !== undefined && env[name] !== '');
  const config = plainToInstance(AppConfig, Object.fromEntries(known.map((name) => [name, env[name]])), {
    exposeDefaultValues: true,
  });
  if (!env['PUBLIC_URL']) config.PUBLIC_URL = `http://localhost:${config.PORT}`;
  if (!env['COMPANION_URL']) config.COMPANION_URL = `http://localhost:${config.COMPANION_PORT}`;

  const faults = validateSync(config, { whitelist: false }).map(
    (error) => Object.values(error.constraints ?? { invalid: `${error.property} is not valid` })[0] as string,
  );
  if (faults.length === 0 && !isVapidKey(config.VAPID_PRIVATE_KEY)) faults.push('VAPID_PRIVATE_KEY is no key of P-256');
  if (config.S3_ENDPOINT && !config.s3) faults.push('S3_ENDPOINT needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY');
  if (faults.length === 0 && config.isProduction) {
    faults.push(...faultsOfSecrets(config));
    if (!config.isHttps) faults.push('PUBLIC_URL must be https in production');
    if (!config.COMPANION_URL.startsWith('https:')) faults.push('COMPANION_URL must be https in production');
    if (config.companionOrigin === config.publicOrigin) faults.push('COMPANION_URL must be an origin of its own');
    if (!config.SMTP_URL) faults.push('SMTP_URL is required in production');
    if (!config.SMS_GATEWAY_URL) faults.push('SMS_GATEWAY_URL is required in production');
    if (!config.CLAMD_URL) faults.push('CLAMD_URL is required in production: documents must be scanned');
    if (config.VAPID_SUBJECT.includes('example')) faults.push('VAPID_SUBJECT still holds the sample value');
    if (config.mayPushToLoopback) faults.push('PUSH_ALLOW_LOOPBACK is for tests only');
    if (config.PASSWORD_HASH_COST < 12) faults.push('PASSWORD_HASH_COST must be at least 12 in production');
    if (config.CODE_HASH_COST < 6) faults.push('CODE_HASH_COST must be at least 6 in production');
  }
  if (faults.length > 0) throw new ConfigurationError(`The configuration is not usable: ${faults.join('; ')}.`);
  return config;
}
