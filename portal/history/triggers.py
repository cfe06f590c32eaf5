"""What the database itself refuses: changing facts, and a state that is not its last step's."""

import pgtrigger

from portal.history.evidence import REDACTION_COLUMNS, WITHHELD


def append_only(*, texts: tuple[str, ...] = (), can_be_withheld: bool = True) -> list[pgtrigger.Trigger]:
    """No UPDATE, DELETE or TRUNCATE; with `texts`, one update that empties them all and says when, by whom and why.

    Texts can also be withheld for a while, and come back only as they were written.
    Columns of JSON cannot: the database does not know their digest.
    """
    return [
        pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
        pgtrigger.Trigger(
            name="no_truncate",
            operation=pgtrigger.Truncate,
            when=pgtrigger.Before,
            level=pgtrigger.Statement,
            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
        ),
        _only_redaction(texts, can_be_withheld) if texts else pgtrigger.Protect(name="no_update", operation=pgtrigger.Update),
    ]


def _only_redaction(texts: tuple[str, ...], can_be_withheld: bool) -> pgtrigger.Trigger:
    columns = [*texts, *REDACTION_COLUMNS]
    rest = " - ".join(f"'{column}'" for column in columns)
    emptied = " AND ".join(f"NEW.{column} IS NULL" for column in [*texts, "text_salt"])
    return pgtrigger.Trigger(
        name="only_redaction",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func=f"""
            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - {rest}) <> (to_jsonb(OLD) - {rest}) THEN
                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;
            END IF;
            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND {emptied}
            THEN RETURN NEW;
            END IF;
            {_withholding(texts) if can_be_withheld else ""}
            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;
        """,
    )


def _withholding(texts: tuple[str, ...]) -> str:
    """Away for a while, and back exactly as it was written: the digest is the one of `evidence.digest_of_texts`."""
    away = " AND ".join(f"coalesce(NEW.{text}, '') IN ('', '{WITHHELD}')" for text in texts)
    canonical = " || ',' || ".join(f"coalesce(to_json(NEW.{text})::text, 'null')" for text in texts)
    return f"""
            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN
                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND {away} THEN RETURN NEW; END IF;
                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =
                    encode(sha256(convert_to(NEW.text_salt || '[' || {canonical} || ']', 'UTF8')), 'hex')
                THEN RETURN NEW; END IF;
            END IF;"""


def state_is_last_step(*, state: str, steps: str, key: str, to: str = "to_state") -> pgtrigger.Trigger:
    """At commit, column `state` equals column `to` of the last row in table `steps` that points here by `key`."""
    return pgtrigger.Trigger(
        name=f"{state}_is_last_step",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(state),
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        declare=[("last", "text"), ("mine", "text")],
        func=pgtrigger.Func(f"""
            SELECT {state} INTO mine FROM {{meta.db_table}} WHERE id = NEW.id;
            SELECT {to} INTO last FROM {steps} WHERE {key} = NEW.id ORDER BY id DESC LIMIT 1;
            IF FOUND AND mine IS DISTINCT FROM last OR NOT FOUND THEN
                RAISE EXCEPTION 'state of % % is %, its last step went to %', TG_TABLE_NAME, NEW.id, mine, last;
            END IF;
            RETURN NULL;
        """),
    )


def step_sets_state(*, subject: str, state: str, key: str, start: str = "from_state", to: str = "to_state") -> pgtrigger.Trigger:
    """At commit, the subject of a step stands where its last step went, and each step starts where the one before ended."""
    return pgtrigger.Trigger(
        name="step_sets_state",
        operation=pgtrigger.Insert,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        declare=[("before", "text"), ("last", "text"), ("mine", "text")],
        func=pgtrigger.Func(f"""
            SELECT {to} INTO before FROM {{meta.db_table}} WHERE {key} = NEW.{key} AND id < NEW.id ORDER BY id DESC LIMIT 1;
            IF before IS DISTINCT FROM NEW.{start} THEN
                RAISE EXCEPTION 'step % of % starts at %, the one before ended at %', NEW.id, TG_TABLE_NAME, NEW.{start}, before;
            END IF;
            SELECT {to} INTO last FROM {{meta.db_table}} WHERE {key} = NEW.{key} ORDER BY id DESC LIMIT 1;
            SELECT {state} INTO mine FROM {subject} WHERE id = NEW.{key};
            IF mine IS DISTINCT FROM last THEN
                RAISE EXCEPTION 'state of % % is %, its last step went to %', '{subject}', NEW.{key}, mine, last;
            END IF;
            RETURN NULL;
        """),
    )
