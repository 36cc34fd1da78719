import { BlockStack, Button, Card, Checkbox, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { freshKey, type MemberForm, type TeamForm } from "./team-form.ts";

type Fields = { readonly form: TeamForm; readonly change: (part: Partial<TeamForm>) => void; readonly errors: Readonly<Record<string, string>>; readonly known: boolean };
type RowProps = { readonly row: MemberForm; readonly position: number; readonly error: string | undefined; readonly known: boolean; readonly onChange: (row: MemberForm) => void; readonly onRemove: () => void };

const Row = ({ row, position, error, known, onChange, onRemove }: RowProps) => {
  const set = (part: Partial<MemberForm>) => onChange({ ...row, ...part });
  return (
    <li>
      <fieldset className="hither-fieldset" aria-label={`Person ${position}`}>
        <div className="hither-member">
          <TextField label="Name" value={row.name} onChange={(name) => set({ name })} maxLength={60} autoComplete="off" error={error !== undefined} />
          <TextField label="Team" value={row.team} onChange={(team) => set({ team })} maxLength={60} autoComplete="off" placeholder="Support" />
          <TextField label="E-mail (optional)" type="email" value={row.email} onChange={(email) => set({ email })} maxLength={254} autoComplete="off" />
          <TextField label="Slack member ID (optional)" value={row.slackId} onChange={(slackId) => set({ slackId })} maxLength={22} autoComplete="off" placeholder="U012AB3CD" />
          <div className="hither-transit-remove"><Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={`Remove ${row.name || `person ${position}`}`} /></div>
        </div>
        <InlineStack gap="400" align="start">
          <Checkbox label="Away: gets no new cases" checked={row.away} onChange={(away) => set({ away })} />
          {known ? <Checkbox label="This is me" checked={row.isMe} onChange={(isMe) => set({ isMe })} /> : null}
        </InlineStack>
      </fieldset>
      {error === undefined ? null : <InlineError message={error} fieldID={`member-${position}`} />}
    </li>
  );
};

/** Who works on cases. `known`: Shopify says who is signed in, so that somebody can say which of them they are. */
export const MemberRows = ({ form, change, errors, known }: Fields) => {
  const { members } = form;
  const replace = (next: MemberForm) => change({ members: members.map((one) => (one.key === next.key ? next : next.isMe ? { ...one, isMe: false } : one)) });
  const add = () => change({ members: [...members, { key: freshKey(members.map((one) => one.key)), id: "", name: "", team: members.at(-1)?.team ?? "Support", email: "", slackId: "", away: false, isMe: false }] });
  return (
    <Card>
      <BlockStack gap="400">
        {members.length === 0 ? <Text as="p">Nobody yet: every case stays with all of you. Add people, and each new case is given to whoever has least to do.</Text> : null}
        <ol className="hither-plain-list hither-rows">
          {members.map((row, index) => <Row key={row.key} row={row} position={index + 1} known={known} error={errors[`members.${index}`]} onChange={replace} onRemove={() => change({ members: members.filter((one) => one.key !== row.key) })} />)}
        </ol>
        {errors["members"] === undefined ? null : <InlineError message={errors["members"]} fieldID="members" />}
        <div><Button icon={PlusIcon} onClick={add}>Add a person</Button></div>
      </BlockStack>
    </Card>
  );
};
