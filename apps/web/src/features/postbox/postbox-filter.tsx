import { useRef, useState, type FormEvent } from 'react';
import { Search } from 'lucide-react';
import { Button, Checkbox, SelectField, TextField } from '@of/ui';
import { m } from '@of/i18n';
import type { PostKind } from '@of/api-client';
import { postKinds } from './post-words';
import { readPostboxSearch, type PostboxSearch } from './postbox-search';
import styles from './postbox.module.css';

const FIRST_YEAR = 2024;
export const searchFieldId = 'postfach-suche';

function years(): string[] {
  const now = new Date().getFullYear();
  return Array.from({ length: now - FIRST_YEAR + 1 }, (_, ago) => String(now - ago));
}

/** The fields of the form, as an address fills them. */
const fieldsOf = ({ suche, jahr, art, ungelesen }: PostboxSearch) => ({
  words: suche ?? '',
  year: jahr ? String(jahr) : '',
  kind: String(art ?? ''),
  isUnread: ungelesen ?? false,
});

interface PostboxFilterProps {
  search: PostboxSearch;
  onChange: (search: PostboxSearch) => void;
}

/** Words, year, kind, and only what is unread. Nothing happens before the button is pressed. */
export function PostboxFilterForm({ search, onChange }: PostboxFilterProps) {
  const field = useRef<HTMLInputElement>(null);
  const [fields, setFields] = useState(() => fieldsOf(search));
  const { words, year, kind, isUnread } = fields;
  const change = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  const [isTooShort, setTooShort] = useState(false);
  // The way back and the way forward fill the form, too; it is not drawn anew, so that the focus stays on its button.
  const address = JSON.stringify(search);
  const [shown, setShown] = useState(address);
  if (shown !== address) {
    setShown(address);
    setFields(fieldsOf(search));
    setTooShort(false);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const cannotBeFound = words.trim() !== '' && !/[\p{L}\p{N}]{3}/u.test(words);
    setTooShort(cannotBeFound);
    if (cannotBeFound) {
      field.current?.focus();
      return;
    }
    onChange(
      readPostboxSearch({
        suche: words,
        jahr: year || undefined,
        art: kind || undefined,
        ungelesen: isUnread || undefined,
      }),
    );
  };
  return (
    <form role="search" aria-label={m.postbox_search()} className={styles.filter} onSubmit={submit}>
      <TextField
        id={searchFieldId}
        label={m.postbox_search_words()}
        value={words}
        onChange={(value) => change({ words: value })}
        inputRef={field}
        error={isTooShort ? m.postbox_search_short() : undefined}
        errorPrefix={m.title_error()}
        maxLength={100}
        autoComplete="off"
      />
      <SelectField
        id="postfach-jahr"
        label={m.postbox_year()}
        value={year}
        onChange={(value) => change({ year: value })}
        options={[{ value: '', label: m.postbox_all_years() }, ...years().map((value) => ({ value, label: value }))]}
      />
      <SelectField
        id="postfach-art"
        label={m.postbox_kind()}
        value={kind}
        onChange={(value) => change({ kind: value })}
        options={[
          { value: '', label: m.postbox_all_kinds() },
          ...(Object.keys(postKinds) as PostKind[]).map((value) => ({ value, label: postKinds[value].name() })),
        ]}
      />
      <Checkbox id="postfach-ungelesen" isChecked={isUnread} onChange={(isChecked) => change({ isUnread: isChecked })}>
        {m.postbox_only_unread()}
      </Checkbox>
      <div>
        <Button type="submit" look="second">
          <Search aria-hidden />
          {m.postbox_search_act()}
        </Button>
      </div>
    </form>
  );
}
