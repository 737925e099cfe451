import { Button, Group, Input } from '@mantine/core';
import { useId, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TapField, TextField } from '../ui/fields.tsx';
import { useFieldError } from '../ui/refusal.tsx';
import { strokesOfName } from './stroke-letters.ts';

interface Props {
  readonly strokes: string;
  readonly onStrokes: (strokes: string) => void;
}

/** A signature drawn with pen, finger or mouse; by keyboard, the typed name is drawn instead. */
export function SignaturePad({ strokes, onStrokes }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const error = useFieldError('/consent/signatureStrokes');
  const [way, setWay] = useState('draw');
  const [typed, setTyped] = useState('');
  return (
    <Input.Wrapper label={t('web.consent.signature')} labelElement="div" labelProps={{ id }} error={error}>
      <TapField
        label={t('web.consent.signWay')}
        value={way}
        onValue={(next) => {
          setWay(next);
          onStrokes('');
        }}
        choices={[
          { value: 'draw', label: t('web.consent.draw') },
          { value: 'type', label: t('web.consent.type') },
        ]}
      />
      {way === 'type' && (
        <TextField
          label={t('web.consent.typedName')}
          value={typed}
          onValue={(name) => {
            setTyped(name);
            onStrokes(strokesOfName(name));
          }}
        />
      )}
      <DrawingBox strokes={strokes} onStrokes={onStrokes} drawable={way === 'draw'} labelledBy={id} />
      <Group justify="flex-end" mt={4}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setTyped('');
            onStrokes('');
          }}
        >
          {t('web.consent.clear')}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}

interface BoxProps extends Props {
  readonly drawable: boolean;
  readonly labelledBy: string;
}

function DrawingBox({ strokes, onStrokes, drawable, labelledBy }: BoxProps) {
  const box = useRef<SVGSVGElement>(null);
  const drawing = useRef('');
  const pointOf = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    if (!bounds) return '';
    const across = ((event.clientX - bounds.left) / bounds.width) * 600;
    const down = ((event.clientY - bounds.top) / bounds.height) * 160;
    return `${across.toFixed(0)} ${down.toFixed(0)}`;
  };
  return (
    <svg
      ref={box}
      viewBox="0 0 600 160"
      className="signature-box"
      role="img"
      aria-labelledby={labelledBy}
      data-drawable={drawable}
      onPointerDown={(event) => {
        if (!drawable) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drawing.current = `${strokes === '' ? '' : `${strokes} `}M${pointOf(event)}`;
        onStrokes(drawing.current);
      }}
      onPointerMove={(event) => {
        if (drawing.current === '') return;
        drawing.current += ` L${pointOf(event)}`;
        onStrokes(drawing.current);
      }}
      onPointerUp={() => {
        drawing.current = '';
      }}
    >
      <line x1="20" x2="580" y1="130" y2="130" className="signature-line" />
      <path d={strokes} className="signature-stroke" />
    </svg>
  );
}
