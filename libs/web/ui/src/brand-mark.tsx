import styles from './brand-mark.module.css';

/** The insurer's mark: a neutral folded square stands in. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={styles.brand}>
      <path fill="var(--brand)" d="M4 0h24a4 4 0 0 1 4 4v14.5L18.5 32H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" />
      <path fill="var(--brand-tint)" d="M18.5 32V21.5a3 3 0 0 1 3-3H32z" />
      <path
        fill="none"
        stroke="var(--brand)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        d="M18.5 31.5V21.5a3 3 0 0 1 3-3h10z"
      />
    </svg>
  );
}
