import { useRef, type ReactNode } from 'react';
import { Button, classes, type ButtonLook } from '@of/ui';
import styles from './uploads.module.css';

interface FilePickerProps {
  mediaTypes: readonly string[];
  /** Opens the camera at once; without it phones offer camera and library. */
  isCamera?: boolean;
  look?: ButtonLook;
  className?: string;
  describedBy: string;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** A button that opens the browser's own choice of files. */
export function FilePicker({ mediaTypes, isCamera, look, className, describedBy, onFiles, children }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={classes(styles.picker, className)}>
      <Button look={look} aria-describedby={describedBy} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        accept={[...mediaTypes, ...(isCamera ? [] : ['.heic', '.heif'])].join(',')}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </span>
  );
}
