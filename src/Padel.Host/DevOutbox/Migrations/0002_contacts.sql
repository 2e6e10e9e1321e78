-- Where a player can be reached: facts about money name the player only.
create table contacts (
    player_id uuid primary key,
    phone text,
    email text
);
