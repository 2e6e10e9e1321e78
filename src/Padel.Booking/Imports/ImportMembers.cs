using Dapper;
using Npgsql;
using Padel.Booking.Imports.Reading;

namespace Padel.Booking.Imports;

/// <summary>
/// Takes a club's member list, batch by batch. A phone that the club lists already, from this file or before, is a duplicate and changes
/// nothing. Somebody known by the phone otherwise (a proven account, a player from the bookings log) becomes the member.
/// </summary>
internal sealed class ImportMembers(NpgsqlDataSource source, Guid clubId, TimeProvider clock)
{
    public const string FileName = "members";

    private const int BatchRows = 500;

    /// <summary>For staff; the member is only told that booking is not possible.</summary>
    private const string BlacklistReason = "Blacklisted in the club's member list";

    private readonly FileTally _tally = new(FileName);

    public async Task<FileTally> Run(LogFile file, CancellationToken cancellation)
    {
        await foreach (var rows in file.Rows(cancellation).Chunk(BatchRows))
            await Take(rows, cancellation);
        return _tally;
    }

    private async Task Take(LogRow[] rows, CancellationToken cancellation)
    {
        var readable = new List<Candidate>(rows.Length);
        foreach (var row in rows)
        {
            _tally.Read();
            if (row.IsBlank)
            {
                _tally.Blank();
                continue;
            }

            var read = MemberReader.Read(row);
            if (read.Refusal is { } refusal)
                _tally.Refused(row.Line, refusal);
            else
                readable.Add(new Candidate(row.Line, read.Value!, read.Warnings)); // set where there is no refusal
        }

        if (readable.Count == 0)
            return;
        List<Candidate> taken = [];
        var written = await BatchRetry.Run(source, clock, async (transaction, _) =>
        {
            taken = await Write(transaction, readable);
            return true;
        }, cancellation);
        if (!written)
            throw BatchRetry.Exhausted();

        foreach (var candidate in readable.Except(taken))
            _tally.Duplicate();
        foreach (var candidate in taken)
        {
            _tally.Taken();
            _tally.Warn(candidate.Line, candidate.Warnings);
        }
    }

    private async Task<List<Candidate>> Write(NpgsqlTransaction transaction, List<Candidate> readable)
    {
        await KnownPeople.Lock(transaction);
        var known = await KnownPeople.ByPhone(transaction, clubId, readable.Select(candidate => candidate.Phone));
        var taken = readable
            .Where(candidate => known.GetValueOrDefault(candidate.Phone) is not { IsMember: true })
            .DistinctBy(candidate => candidate.Phone)
            .ToList();
        var people = taken.ConvertAll(candidate => (candidate.Member, PlayerId: known.GetValueOrDefault(candidate.Phone)?.PlayerId));
        if (people.Count == 0)
            return taken;

        var now = clock.GetUtcNow();
        var members = people.ConvertAll(person => (person.Member, PlayerId: person.PlayerId ?? Guid.CreateVersion7(now)));
        var added = members.Where((_, index) => people[index].PlayerId is null)
            .Select(member => new NewPerson(member.PlayerId, member.Member.Name, member.Member.Phone.Value, member.Member.Email?.Value));
        await KnownPeople.Add(transaction, [.. added], now);
        await NameRecords(transaction, [.. members.Where((_, index) => people[index].PlayerId is not null)]);
        await List(transaction, members);
        return taken;
    }

    // The list knows names better than the bookings log, from which the record may stem. An account's own name is its owner's, and a
    // record that some club lists as a member keeps the name it has there.
    private static Task<int> NameRecords(NpgsqlTransaction transaction, List<(LoggedMember Member, Guid PlayerId)> members) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update players p set name = m.name, email = coalesce(p.email, m.email)
            from unnest(@ids, @names, @emails) as m(player_id, name, email)
            where p.player_id = m.player_id and not p.has_account
              and not exists (select from standings s where s.player_id = p.player_id and s.member_no is not null)
            """,
            new
            {
                ids = members.Select(member => member.PlayerId).ToArray(),
                names = members.Select(member => member.Member.Name).ToArray(),
                emails = members.Select(member => member.Member.Email?.Value).ToArray(),
            }, transaction);

    // A member number, if only an empty one, is what makes a player a member. What staff wrote since stays; a block stays a block.
    private Task<int> List(NpgsqlTransaction transaction, List<(LoggedMember Member, Guid PlayerId)> members) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into standings as s (club_id, player_id, member_no, joined_on, note, blocked_reason)
            select @clubId, player_id, member_no, joined_on, note, blocked_reason
            from unnest(@ids, @numbers, @joined, @notes, @blocked) as m(player_id, member_no, joined_on, note, blocked_reason)
            order by player_id
            on conflict (club_id, player_id) do update set
                member_no = excluded.member_no,
                joined_on = coalesce(s.joined_on, excluded.joined_on),
                note = coalesce(s.note, excluded.note),
                blocked_reason = coalesce(s.blocked_reason, excluded.blocked_reason)
            """,
            new
            {
                clubId,
                ids = members.Select(member => member.PlayerId).ToArray(),
                numbers = members.Select(member => member.Member.MemberNo).ToArray(),
                joined = members.Select(member => member.Member.JoinedOn).ToArray(),
                notes = members.Select(member => member.Member.Note).ToArray(),
                blocked = members.Select(member => member.Member.Blacklisted ? BlacklistReason : null).ToArray(),
            }, transaction);

    private sealed record Candidate(int Line, LoggedMember Member, IReadOnlyList<Refusal> Warnings)
    {
        public string Phone => Member.Phone.Value;
    }
}
