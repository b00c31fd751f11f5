import { useState } from 'react';
import { Button, Modal, type ButtonProps } from 'antd';
import { useSpeaking } from '../words/language.js';

interface Given extends Pick<ButtonProps, 'block' | 'type' | 'loading' | 'children'> {
  readonly title: React.ReactNode;
  /** What happens then. */
  readonly meaning: React.ReactNode;
  readonly ok: string;
  readonly onSure: () => void;
  readonly 'data-do'?: string;
}

/** A button for what cannot be undone: it says what happens, and asks once. */
export function Sure({ title, meaning, ok, onSure, ...button }: Given): React.ReactNode {
  const { say } = useSpeaking();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      <Modal
        open={isOpen}
        title={title}
        okText={ok}
        cancelText={say('再想想', 'Not now')}
        onCancel={() => setOpen(false)}
        onOk={() => {
          setOpen(false);
          onSure();
        }}>
        {meaning}
      </Modal>
    </>
  );
}
