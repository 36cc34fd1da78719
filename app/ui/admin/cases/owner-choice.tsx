import { Select } from "@shopify/polaris";
import type { CaseSettings } from "#app/domain/workflows/cases/case-settings.ts";

type Props = {
  readonly label: string; readonly team: Pick<CaseSettings, "members">; readonly value: string; readonly placeholder?: string; readonly disabled?: boolean;
  readonly onChange: (memberId: string | null, team: string | null) => void;
};

/** The value under which a choice names somebody, a team, or nobody. */
export const ownerValue = (memberId: string | null, team: string | null): string => (memberId !== null ? `member:${memberId}` : team !== null ? `team:${team}` : "nobody");

/** Gives a case to a person, to a team, or to nobody. */
export const OwnerChoice = ({ label, team, value, placeholder, disabled = false, onChange }: Props) => {
  const teams = [...new Set(team.members.map((one) => one.team))].toSorted();
  const choose = (chosen: string) => {
    const [kind = "", name = ""] = chosen.split(/:(.*)/s);
    onChange(kind === "member" ? name : null, kind === "team" ? name : null);
  };
  return (
    <Select
      label={label} value={value} disabled={disabled} onChange={choose} {...(placeholder === undefined ? {} : { placeholder })}
      options={[
        ...team.members.map((one) => ({ label: one.away ? `${one.name} (away)` : one.name, value: `member:${one.id}` })),
        ...teams.map((name) => ({ label: `Team ${name}`, value: `team:${name}` })),
        { label: "Nobody", value: "nobody" },
      ]}
    />
  );
};
