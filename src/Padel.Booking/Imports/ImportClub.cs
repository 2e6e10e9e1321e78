using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Imports.Reading;
using Padel.Booking.Live;
using Padel.Kernel;
using Padel.Platform.Data;

namespace Padel.Booking.Imports;

/// <summary>
/// Imports a club from its paper records: its set-up, its members, its bookings log. May run beside a live server and be repeated: what is
/// there already is a duplicate. Files are read to their end before anything is taken; then rows are taken batch by batch, so an import that
/// was cut off is simply run again.
/// </summary>
internal sealed class ImportClub(
    Database<BookingModule> database, SetUpClub setUp, ClubCatalogue clubs, AfterBooking after, TimeProvider clock)
{
    /// <summary>For the command line, which has the services but runs nothing in the background: it tells other processes' boards itself.</summary>
    public static async Task<Result<ImportReport>> Run(IServiceProvider services, ImportRequest request, CancellationToken cancellation)
    {
        var result = await services.GetRequiredService<ImportClub>().Run(request, cancellation);
        await services.GetRequiredService<DayChanges>().Flush(cancellation);
        return result;
    }

    public async Task<Result<ImportReport>> Run(ImportRequest request, CancellationToken cancellation)
    {
        var target = await FindTarget(request, cancellation);
        if (!target.IsSuccess)
            return target.Error;
        var members = await Open(request.Members, MemberReader.Columns, cancellation);
        var bookings = await Open(request.Bookings, BookingReader.Columns, cancellation);
        if ((members?.Error ?? bookings?.Error) is { } unreadable)
            return unreadable;

        await using var turn = await ImportLock.Take(database.Source, target.Value.Slug, request.Patience, clock, cancellation);
        if (turn is null)
            return ImportErrors.Running;
        var club = await SetUp(target.Value, cancellation);
        return await Take(club, members?.Value, bookings?.Value, cancellation);
    }

    private async Task<Result<Target>> FindTarget(ImportRequest request, CancellationToken cancellation)
    {
        if (request.Club is null)
        {
            return request.OnlyClubId is { } clubId && await clubs.Find(clubId, cancellation) is { } there
                ? new Target(there.Slug, there, null)
                : ImportErrors.NoFile;
        }

        var file = await ReadClub(request.Club, cancellation);
        if (!file.IsSuccess)
            return file.Error;
        var known = await clubs.Find(file.Value.Slug, cancellation);
        if (request.OnlyClubId is { } only && known?.ClubId != only)
            return ImportErrors.AnotherClub;
        return new Target(file.Value.Slug, known, file.Value);
    }

    private async Task<ImportReport> Take(ClubSetup club, LogFile? members, LogFile? bookings, CancellationToken cancellation)
    {
        var membersTally = members is null
            ? new FileTally(ImportMembers.FileName)
            : await new ImportMembers(database.Source, club.ClubId, clock).Run(members, cancellation);
        var bookingsTally = bookings is null
            ? new FileTally(ImportBookings.FileName)
            : await new ImportBookings(database.Source, club, clock).Run(bookings, days => after.Changed(club.ClubId, days), cancellation);
        return new ImportReport(
            membersTally.Close(), bookingsTally.Close(),
            [.. membersTally.RefusedRows, .. bookingsTally.RefusedRows], [.. membersTally.Warnings, .. bookingsTally.Warnings]);
    }

    private async Task<ClubSetup> SetUp(Target target, CancellationToken cancellation)
    {
        if (target.File is null)
            return target.Known!; // one of the two is there
        var done = await setUp.Run(target.File, cancellation);
        return await clubs.Find(done.ClubId, cancellation)
            ?? throw new InvalidOperationException($"Club {target.Slug} was set up and is not there.");
    }

    private static async Task<Result<LogFile>?> Open(ImportFile? file, string[] columns, CancellationToken cancellation)
    {
        if (file is null)
            return null;
        return await LogFile.Open(file, columns, cancellation);
    }

    private static async Task<Result<ClubFile>> ReadClub(ImportFile file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = file.Open();
            var bytes = new byte[ClubFile.MaxBytes + 1];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            return length > ClubFile.MaxBytes
                ? ImportErrors.Unreadable(file.Name, $"it is larger than {ClubFile.MaxBytes:N0} bytes")
                : ClubFile.Read(bytes.AsSpan(0, length));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ImportErrors.Unreadable(file.Name, problem.Message);
        }
    }

    /// <param name="Known">The club as it is, if it is there.</param>
    /// <param name="File">Its set-up to bring it up to date with, if one was sent.</param>
    private sealed record Target(string Slug, ClubSetup? Known, ClubFile? File);
}
