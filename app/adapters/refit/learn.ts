import { fitSilences, type SilencePast } from "#app/domain/decisions/silences/fit-silences.ts";
import { learnShop, type ShopPast } from "#app/domain/estimates/learning/learn-shop.ts";

/** What a thread is given to learn from. */
export type Lesson = { readonly of: "dates"; readonly past: ShopPast } | { readonly of: "silences"; readonly past: SilencePast };

/** Learns what the lesson is about. */
export const learn = (lesson: Lesson) => (lesson.of === "dates" ? learnShop(lesson.past) : fitSilences(lesson.past));
