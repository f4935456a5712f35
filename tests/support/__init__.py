"""What tests share: drawn venues, hand-made runs, a playroom that sends real events."""
