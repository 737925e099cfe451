import { Kbd, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReadsOnly } from '../api/reads-only.ts';
import { createOpened } from '../ui/opened.ts';
import { Panel } from '../ui/panel.tsx';

const keys = [
  ['c', 'contact'],
  ['v', 'verify'],
  ['/', 'find'],
  ['w', 'worklist'],
  ['p', 'patients'],
  ['i', 'import'],
  ['a', 'ask'],
  ['g', 'guide'],
  ['j', 'down'],
  ['k', 'up'],
  ['Enter', 'open'],
  ['1–7', 'views'],
  ['Ctrl+Enter', 'save'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const;

const writing: ReadonlySet<string> = new Set(['contact', 'import']);

const help = createOpened();

export const showKeys = help.open;

/** Every key, on "?". */
export function KeyHelp() {
  const { t } = useTranslation();
  const opened = help.use();
  const readsOnly = useReadsOnly();
  return (
    <Panel title={t('web.keys.title')} opened={opened} onClose={help.close}>
      <Table>
        <Table.Tbody>
          {keys
            .filter(([, text]) => !(readsOnly && writing.has(text)))
            .map(([key, text]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" w={130}>
                  <Kbd>{key}</Kbd>
                </Table.Th>
                <Table.Td>{t(`web.keys.${text}`)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
