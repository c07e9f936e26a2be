"""What alembic runs for every command: the steps, inside the transaction of the connection it was given."""

from alembic import context

from data.tables import metadata

# A connection without a transaction of its own would leave a failed step half applied.
connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
