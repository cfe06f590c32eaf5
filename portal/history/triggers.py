"""What the database itself refuses: changing facts, and a state that is not its last step's."""

import pgtrigger

from portal.history.evidence import REDACTION_COLUMNS


def append_only(*, texts: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """No UPDATE, DELETE or TRUNCATE; with `texts`, one update that empties them all and says when, by whom and why."""
    return [
        pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
        pgtrigger.Trigger(
            name="no_truncate",
            operation=pgtrigger.Truncate,
            when=pgtrigger.Before,
            level=pgtrigger.Statement,
            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
        ),
        _only_redaction(texts) if texts else pgtrigger.Protect(name="no_update", operation=pgtrigger.Update),
    ]


def _only_redaction(texts: tuple[str, ...]) -> pgtrigger.Trigger:
    columns = [*texts, *REDACTION_COLUMNS]
    rest = " - ".join(f"'{column}'" for column in columns)
    emptied = " AND ".join(f"NEW.{column} IS NULL" for column in [*texts, "text_salt"])
    return pgtrigger.Trigger(
        name="only_redaction",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func=f"""
            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL
               AND {emptied}
               AND (to_jsonb(NEW) - {rest}) = (to_jsonb(OLD) - {rest})
            THEN RETURN NEW;
            END IF;
            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;
        """,
    )


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
