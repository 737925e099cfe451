import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';

interface Props<Item> {
  readonly name: 'providers' | 'payers' | 'fees' | 'staff';
  /** The command whose form it is, `do` of the address. */
  readonly action: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly show: (item: Item) => {
    readonly name: ReactNode;
    /** The name in words alone, where it holds a link: a button cannot hold one. */
    readonly words?: string;
    readonly facts: readonly ReactNode[];
  };
  readonly form: (item: Item | undefined, onDone: () => void) => ReactNode;
  readonly mayChange: boolean;
}

/** A list of the practice, each with the button that changes it. */
export function ListPart<Item>(props: Props<Item>) {
  const { name, action, items, idOf, show, form, mayChange } = props;
  const { t } = useTranslation();
  const opened = useAction();
  const chosen = items.find((item) => idOf(item) === opened.subject);
  return (
    <>
      <Section
        title={t(`web.practice.part.${name}`)}
        lead={mayChange ? undefined : t('web.practice.onlyAdministrator')}
        actions={
          mayChange && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => opened.open(action)}>
              {t(`web.practice.add.${name}`)}
            </Button>
          )
        }
      >
        {items.length === 0 ? (
          <Empty>{t(`web.practice.empty.${name}`)}</Empty>
        ) : (
          <ul className="rows">
            {items.map((item) => {
              const { name: title, words = title, facts } = show(item);
              return (
                <li key={idOf(item)} className="row">
                  <div className="row-main">
                    <strong>{title}</strong>
                    <div className="case-facts small">
                      {facts.map((fact, index) => fact !== undefined && <span key={index}>{fact}</span>)}
                    </div>
                  </div>
                  {mayChange && (
                    <Button
                      size="compact-md"
                      variant="default"
                      onClick={() => opened.open(action, idOf(item))}
                    >
                      {t('web.form.change')}
                      <span className="visually-hidden"> {words}</span>
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      <Panel
        title={t(`web.practice.one.${name}`)}
        opened={opened.action === action && mayChange}
        onClose={opened.close}
      >
        <div key={chosen ? idOf(chosen) : 'new'}>{form(chosen, opened.close)}</div>
      </Panel>
    </>
  );
}
