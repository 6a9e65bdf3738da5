import { classes } from './classes';
import styles from './drawings.module.css';

/** A branch that is open. `sign` is the word at the door. */
export function BranchDrawing({ sign, className = '' }: { sign: string; className?: string }) {
  return (
    <svg viewBox="10 70 420 260" aria-hidden className={classes(styles.draw, className)}>
      <path d="M20 330V96c0-4 2-7 6-8l30-12h328l30 12c4 1 6 4 6 8v234" />
      <path
        className={styles.soft}
        d="M40 96h360v40c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18c0 10-8 18-18 18s-18-8-18-18z"
      />
      <path d="M76 96v40M112 96v40M148 96v40M184 96v40M220 96v40M256 96v40M292 96v40M328 96v40M364 96v40" />
      <path className={styles.paper} d="M244 330V186h116v144" />
      <path d="M258 200h88v58h-88z" className={styles.soft} />
      <path className={styles.paper} d="M272 284h60v13h-60z" />
      <path d="M279 290h46" />
      <path className={styles.solid} d="M253 300a5 5 0 1 1-.01 0z" />
      <path className={styles.paper} d="M62 186h150v100H62z" />
      <path d="M62 262h150M137 186v76" />
      <path className={styles.soft} d="M80 262v-34h38v34M86 238h26M86 248h18" />
      <path className={styles.paper} d="M154 262v-48h24v48z" />
      <path d="M161 224h10M161 232h10M302 206l-24 20M302 206l24 20" />
      <path
        className={styles.solid}
        d="M268 226h68a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4h-68a4 4 0 0 1-4-4v-18a4 4 0 0 1 4-4z"
      />
      <text x="302" y="244.5" textAnchor="middle" className={styles.sign}>
        {sign}
      </text>
      <path d="M228 330h148" strokeWidth="5" />
    </svg>
  );
}

/** A letter on its way: the sheet half out of its envelope. */
export function LetterDrawing({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 160 112" aria-hidden className={classes(styles.draw, className)}>
      <path d="M4 108h152" />
      <path className={styles.paper} d="M44 12h72v60H44z" />
      <path d="M56 26h30M56 36h46M56 46h46" />
      <path className={styles.soft} d="M28 52l52 30 52-30v56H28z" />
      <path d="M28 108l40-33M132 108L92 75" />
    </svg>
  );
}

/** Where the number stands on the health card. */
export function CardDrawing({ label, caption }: { label: string; caption: string }) {
  return (
    <figure className={styles.figure}>
      <svg className={styles.card} viewBox="0 0 336 212" role="img" aria-label={label}>
        <rect
          x="1"
          y="1"
          width="334"
          height="210"
          rx="14"
          fill="var(--surface)"
          stroke="var(--control)"
          strokeWidth="2"
        />
        <path d="M1 62h334" stroke="var(--border)" strokeWidth="2" />
        <rect x="24" y="22" width="92" height="20" rx="3" fill="var(--brand-tint)" />
        <rect x="24" y="86" width="46" height="36" rx="6" fill="none" stroke="var(--control)" strokeWidth="2" />
        <path d="M24 104h46M40 86v36M54 86v36" stroke="var(--control)" strokeWidth="2" />
        <rect x="262" y="82" width="50" height="62" rx="4" fill="var(--sunken)" />
        <path d="M24 146h96M24 176h60M262 186h50" stroke="var(--border)" strokeWidth="8" strokeLinecap="round" />
        <rect
          x="112"
          y="160"
          width="132"
          height="34"
          rx="6"
          fill="var(--brand-tint)"
          stroke="var(--brand)"
          strokeWidth="2.5"
        />
        <text
          x="178"
          y="183"
          textAnchor="middle"
          fontFamily="var(--font)"
          fontWeight="700"
          fontSize="18"
          fill="var(--text)"
          letterSpacing="1"
        >
          A123456780
        </text>
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
