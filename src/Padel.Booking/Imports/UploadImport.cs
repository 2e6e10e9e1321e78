using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Imports.Reading;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Imports;

/// <summary>
/// The console's import: the three files as a form, for the manager's own club. The server keeps large files on disk while it reads them.
/// No Idempotency-Key: the rows themselves say what was taken before, so a repeat is safe by itself.
/// </summary>
internal sealed class UploadImport(Database<BookingModule> database, ImportClub import, TimeProvider clock)
{
    /// <summary>How long a request waits for another import of the club before it is told to come back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Results<Ok<ImportReport>, Problem>> Handle(
        IFormFile? club, IFormFile? members, IFormFile? bookings, StaffMember staff, UploadImport useCase, CancellationToken cancellation)
    {
        if (club is null && members is null && bookings is null)
            return new Problem(ImportErrors.NoFile);
        var request = new ImportRequest(Uploaded("club", club), Uploaded("members", members), Uploaded("bookings", bookings))
        {
            OnlyClubId = staff.ClubId,
            Patience = Patience,
        };
        var result = await useCase.Run(request, staff, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    public async Task<Result<ImportReport>> Run(ImportRequest request, StaffMember staff, CancellationToken cancellation)
    {
        var importId = Guid.CreateVersion7();
        // Told before, too: an import that is cut off has taken rows all the same.
        await Audit(staff, importId, "import.started", new { club = request.Club is not null, members = request.Members is not null, bookings = request.Bookings is not null });
        var result = await import.Run(request, cancellation);
        await Audit(staff, importId, "import.ended", result.Match<object>(
            report => new { report.Members, report.Bookings }, error => new { error.Code, error.Title }));
        return result;
    }

    private async Task Audit(StaffMember staff, Guid importId, string action, object after)
    {
        await using var connection = await database.Open(CancellationToken.None); // an entry about what was done is written in any case
        await using var transaction = await connection.BeginTransactionAsync();
        var entry = new AuditEntry(staff.ClubId, staff.UserId, staff.Name, action, "import", importId.ToString()) { After = after };
        await AuditLog.Write(transaction, entry, clock.GetUtcNow());
        await transaction.CommitAsync();
    }

    private static ImportFile? Uploaded(string name, IFormFile? file) => file is null ? null : new ImportFile(name, file.OpenReadStream);
}
