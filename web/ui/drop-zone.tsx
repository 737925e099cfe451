import { useState, type ReactNode } from 'react';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly large?: boolean;
  /** The same by keyboard stands here: a button that chooses files. */
  readonly children: ReactNode;
}

/** A place to drop files on, which shows that they would be taken. */
export function DropZone({ onFiles, large = false, children }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={large ? 'drop large' : 'drop'}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
