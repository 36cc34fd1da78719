import { FormLayout, TextField } from "@shopify/polaris";
import { faultAt, type ActFieldProps } from "./act-field-props.ts";
import type { ActForm } from "./act-form.ts";

type Name = "firstName" | "lastName" | "company" | "address1" | "address2" | "city" | "region" | "zip" | "country" | "phone";

/** A whole postal address: what is left empty is empty at Shopify too. */
export const AddressFields = ({ form, change, fault }: ActFieldProps) => {
  const field = (name: Name, label: string, more: { readonly helpText?: string; readonly maxLength?: number } = {}) => (
    <TextField label={label} value={form[name]} onChange={(value) => change({ [name]: value } as Partial<ActForm>)} autoComplete="off" {...more} {...faultAt(fault, name)} />
  );
  return (
    <>
      <FormLayout.Group>{field("firstName", "First name")}{field("lastName", "Last name")}</FormLayout.Group>
      {field("company", "Company (optional)")}
      {field("address1", "Street and number")}
      {field("address2", "Apartment, suite, floor (optional)")}
      <FormLayout.Group>{field("zip", "Postal code")}{field("city", "City")}</FormLayout.Group>
      <FormLayout.Group>{field("region", "State or province", { helpText: "As a code, like NY", maxLength: 3 })}{field("country", "Country", { helpText: "Two letters, like US", maxLength: 2 })}</FormLayout.Group>
      {field("phone", "Phone (optional)")}
    </>
  );
};
