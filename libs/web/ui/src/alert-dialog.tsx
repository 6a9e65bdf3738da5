import { useId, type ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './dialog.module.css';

interface AlertDialogProps {
  title: ReactNode;
  /** What Escape means. */
  onClose: () => void;
  children: ReactNode;
  actions: ReactNode;
}

/** A question that has to be answered; it keeps the focus inside and gives it back. */
export function AlertDialog({ title, onClose, children, actions }: AlertDialogProps) {
  const descriptionId = useId();
  return (
    <ModalOverlay isOpen onOpenChange={(isOpen) => !isOpen && onClose()} className={styles.scrim}>
      <Modal className={styles.window}>
        <Dialog role="alertdialog" aria-describedby={descriptionId} className={styles.dialog}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div id={descriptionId} className="stack stack-12">
            {children}
          </div>
          <div className="button-row">{actions}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
